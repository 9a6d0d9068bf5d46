/** What the page offers beside editing; the server decides, and decides again on each request. */
export type MapPermissions = {
  /** Make and close join links. */
  mayShare: boolean;
  /** Take the map along as PDF, picture or file. */
  mayExport: boolean;
  /** Save the map as a template of its workspace. */
  mayKeepTemplate: boolean;
  /** Whether there is a list of maps to go back to: guests have none. */
  hasList: boolean;
};
