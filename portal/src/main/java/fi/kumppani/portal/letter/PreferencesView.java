package fi.kumppani.portal.letter;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What somebody has chosen, as the page shows it.
 *
 * @param email absent when nothing is subscribed to
 * @param pausedUntil the day as ISO; absent when letters come
 * @param pausedUntilDay the day as people write it
 * @param areas those one can choose from; empty when one is not asked
 * @param consentVersion which text one agrees to
 */
record PreferencesView(
        @Nullable String email,
        String language,
        @Nullable String pausedUntil,
        @Nullable String pausedUntilDay,
        List<AreaChoice> areas,
        List<Choice> lists,
        Told consent,
        String consentVersion) {

    /** A list to choose. */
    record Choice(String id, Told name, @Nullable Told about, boolean joined) {}

    /** An area to choose. */
    record AreaChoice(String code, Told name, boolean chosen) {}

    static PreferencesView of(Preferences preferences, Language reader) {
        String language = preferences.language();
        List<Preferences.AreaChoice> areas = preferences.areas();
        return new PreferencesView(
                preferences.email(),
                language == null ? reader.code() : language,
                preferences.pausedUntil() == null ? null : preferences.pausedUntil().toString(),
                preferences.pausedUntil() == null
                        ? null
                        : Formats.day(preferences.pausedUntil(), reader),
                areas == null
                        ? List.of()
                        : areas.stream().map(area -> choice(area, reader)).toList(),
                preferences.lists().stream().map(list -> choice(list, reader)).toList(),
                new Told(preferences.consent().text().text(), preferences.consent().text().lang()),
                preferences.consent().version());
    }

    private static AreaChoice choice(Preferences.AreaChoice area, Language reader) {
        return new AreaChoice(
                area.code(),
                area.name().in(reader).orElse(new Told(area.code(), "fi")),
                area.chosen());
    }

    private static Choice choice(Preferences.Choice list, Language reader) {
        LocalizedText about = list.about();
        return new Choice(
                list.id(),
                list.name().in(reader).orElse(new Told(list.id(), "fi")),
                about == null ? null : about.in(reader).orElse(null),
                list.joined());
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "PreferencesView[]";
    }
}
