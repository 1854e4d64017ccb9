package org.concordqda.intake;

import java.util.List;
import java.util.Map;

/// An issue as a file gives it, before comments of other files are joined.
///
/// @param key `owner/repo#number`
/// @param id the number GitHub gives every issue of the world, or ""; an old API put it in `issue_url`
/// @param title its title, clean
/// @param opening author, time, body … of the issue itself
/// @param url its address, or ""
/// @param attributes what describes it, by name, none empty
/// @param claimed comments it says it has, -1 when it does not say
/// @param comments comments that came with it
/// @param shape what kind of file it is from, for people
record IssueItem(
        String key,
        String id,
        String title,
        IssueComment opening,
        String url,
        Map<String, String> attributes,
        int claimed,
        List<IssueComment> comments,
        String shape) {}
