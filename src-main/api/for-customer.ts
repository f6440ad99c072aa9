import type { About } from '#shared/about.ts'
import type { CustomerPageInput } from '#shared/customer-page.ts'

/** Of all that is said of a scenario what its customer may read, by name: what is not named here stays inside. */
export const forCustomer = (
  about: About | undefined,
): Pick<CustomerPageInput, 'customer' | 'question' | 'hiddenPlans'> => ({
  customer: about?.customer ?? '',
  question: about === undefined || about.internal.question ? '' : about.question,
  hiddenPlans: about?.internal.plans ?? [],
})
