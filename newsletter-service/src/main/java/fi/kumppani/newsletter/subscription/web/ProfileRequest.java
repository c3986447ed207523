package fi.kumppani.newsletter.subscription.web;

import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.newsletter.subscription.Area;
import fi.kumppani.newsletter.subscription.Audience;
import fi.kumppani.newsletter.subscription.NewsletterList.Profile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A list as coordinators tell of it.
 *
 * @param about what it tells, and how often
 * @param topic a code of the municipality, such as {@code liikunta}
 * @param area the part of the municipality it is about
 * @param audience {@code everybody} unless told otherwise
 * @param languages all unless told otherwise
 * @param welcome what a new reader is told; without it no welcome letter is sent
 * @param fourEyes whether somebody who wrote none of it must approve each issue; not so when absent
 * @param open whether one can subscribe to it, unless told otherwise
 * @param areas the areas its readers can choose among; they are not asked when absent
 * @param sendsLatest whether who joins gets the latest issue along with the welcome letter; not so
 *     when absent
 * @param announcesCalls whether each call for grants of its topic and area is told at once, in an
 *     issue that nobody has to write; not so when absent
 */
record ProfileRequest(
        @NotNull LocalizedText name,
        @Nullable LocalizedText about,
        @Nullable @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 60) String topic,
        @Nullable LocalizedText area,
        @Nullable String audience,
        @Nullable @Size(min = 1, max = 3) List<@NotNull Language> languages,
        @Nullable LocalizedText welcome,
        @Nullable Boolean fourEyes,
        @Nullable Boolean open,
        @Nullable @Size(max = MOST_AREAS) List<@NotNull @Valid AreaRequest> areas,
        @Nullable Boolean sendsLatest,
        @Nullable Boolean announcesCalls) {

    static final int LONGEST_NAME = 200;
    static final int MOST_AREAS = 50;
    private static final int LONGEST_TEXT = 2_000;

    /**
     * An area.
     *
     * @param code of the municipality, such as {@code jalasjarvi}; the same on all its lists
     */
    record AreaRequest(
            @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 60) String code,
            @NotNull LocalizedText name) {}

    /**
     * What is asked for.
     *
     * @throws fi.kumppani.kit.problem.Problem when a field is not acceptable
     */
    Profile toProfile() {
        FieldErrors errors =
                new FieldErrors()
                        .longest("name", name, LONGEST_NAME)
                        .longest("about", about, LONGEST_TEXT)
                        .longest("area", area, LONGEST_NAME)
                        .longest("welcome", welcome, LONGEST_TEXT);
        Optional<Audience> wanted =
                audience == null
                        ? Optional.of(Audience.EVERYBODY)
                        : WireCodes.read(Audience.class, audience);
        if (wanted.isEmpty()) {
            errors.add(
                    "audience",
                    "unknown",
                    "One of " + WireCodes.all(Audience.class) + " is an audience");
        }
        List<Area> offered = areas(errors);
        errors.throwIfAny();
        return new Profile(
                about,
                topic,
                area,
                wanted.orElseThrow(),
                languages == null ? EnumSet.allOf(Language.class) : Set.copyOf(languages),
                welcome,
                Boolean.TRUE.equals(fourEyes),
                open == null || open,
                offered,
                Boolean.TRUE.equals(sendsLatest),
                Boolean.TRUE.equals(announcesCalls));
    }

    private List<Area> areas(FieldErrors errors) {
        List<Area> offered = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        List<AreaRequest> asked = areas == null ? List.of() : areas;
        for (int i = 0; i < asked.size(); i++) {
            AreaRequest area = asked.get(i);
            errors.longest("areas[" + i + "].name", area.name(), LONGEST_NAME);
            if (!codes.add(area.code())) {
                errors.add("areas[" + i + "].code", "twice", "Each area is named once");
            }
            offered.add(new Area(area.code(), area.name()));
        }
        return offered;
    }
}
