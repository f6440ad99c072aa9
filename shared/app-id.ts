/** What the operating system knows the installed application by: installers write it, the window says it. */
export const APP_ID = 'app.tierwise.desktop'
