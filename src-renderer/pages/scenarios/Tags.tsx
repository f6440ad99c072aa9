import styles from './tags.module.css'

/** The tags of a scenario or an example. */
export function Tags({ tags }: { readonly tags: readonly string[] }) {
  return tags.length === 0 ? null : (
    <ul className={styles.tags} aria-label="Tags">
      {tags.map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
    </ul>
  )
}
