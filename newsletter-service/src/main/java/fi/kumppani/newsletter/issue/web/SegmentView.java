package fi.kumppani.newsletter.issue.web;

import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.issue.Segment;

import java.util.List;

/**
 * Whom of a list's readers an issue is meant for; what is empty leaves nobody out.
 *
 * @param languages codes of the languages they read
 * @param areas codes of the areas they want to hear of
 * @param associationClasses purpose classes of the association they read for
 * @param topics topics of lists, one of which they read
 */
record SegmentView(
        List<String> languages,
        List<String> areas,
        List<Integer> associationClasses,
        List<String> topics) {

    static SegmentView of(Segment segment) {
        return new SegmentView(
                segment.languages().stream().map(Language::code).sorted().toList(),
                segment.areas().stream().sorted().toList(),
                segment.associationClasses().stream().sorted().toList(),
                segment.topics().stream().sorted().toList());
    }
}
