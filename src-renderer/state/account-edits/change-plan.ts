import { editContent } from '../draft.ts'

/** Puts the account on another plan, which Compare then shows too. */
export const changePlan = (plan: string, name: string): void =>
  void editContent({
    label: `Change the plan to ${name}`,
    of: 'plan',
    change: (content) =>
      content.scenario.plan === plan && content.shows === 'plan'
        ? content
        : { ...content, shows: 'plan', scenario: { ...content.scenario, plan } },
  })
