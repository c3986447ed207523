package fi.kumppani.newsletter.issue.web;

import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.issue.Segment;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Whom of a list's readers an issue is meant for.
 *
 * @param languages the languages they read; all when absent or empty
 * @param areas codes of areas that the list lets its readers choose; all when absent or empty
 * @param associationClasses purpose classes of the association they read for; all readers when
 *     absent or empty
 * @param topics topics of lists, one of which they read; all readers when absent or empty
 */
@Schema(
        description =
                "Whom of the list's readers the issue is meant for: those who are in one of each of"
                        + " what is named. Without a segment it is meant for all of them.")
record SegmentRequest(
        @Schema(description = "The languages they read. Every reader has said one.")
                @Nullable
                @Size(max = 3)
                List<@NotNull Language> languages,
        @Schema(
                        description =
                                "Codes of areas that the list lets its readers choose. A reader who"
                                        + " chose no area reads for all areas and is not left out.")
                @Nullable
                @Size(max = 50)
                List<@NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 60) String>
                        areas,
        @Schema(
                        description =
                                "Purpose classes (1 to 9, those of the Finnish register of"
                                    + " associations) of the association that a reader reads for."
                                    + " Who reads for no association is left out; who reads for one"
                                    + " whose class is not known is not.")
                @Nullable
                @Size(max = 9)
                List<@NotNull @Min(1) @Max(9) Integer> associationClasses,
        @Schema(
                        description =
                                "Topics of the municipality's lists. Who reads no list about one of"
                                        + " them is left out; everybody stays when this list itself"
                                        + " is about one.")
                @Nullable
                @Size(max = 50)
                List<@NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 60) String>
                        topics) {

    Segment toSegment() {
        return new Segment(set(languages), set(areas), set(associationClasses), set(topics));
    }

    private static <T> Set<T> set(@Nullable Collection<T> given) {
        return given == null ? Set.of() : Set.copyOf(given);
    }
}
