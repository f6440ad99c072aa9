/** Addresses that are not our page's, however much some look like it. */
export const FOREIGN = [
  'https://evil.example/',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'app://other/',
  'app://bundle.evil.example/',
  'app://evil@bundle/',
  'data:text/html,hi',
  'javascript:alert(1)',
  'about:blank',
  'not an address',
]
