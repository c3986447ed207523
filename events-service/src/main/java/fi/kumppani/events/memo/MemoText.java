package fi.kumppani.events.memo;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a memo says.
 *
 * @param text what happened
 * @param sections what was said, for example by each workshop group
 * @param actions what is to be done
 */
public record MemoText(LocalizedText text, List<Section> sections, List<Action> actions) {

    /** Copies the lists. */
    public MemoText {
        sections = List.copyOf(sections);
        actions = List.copyOf(actions);
    }

    /**
     * A part of it.
     *
     * @param title what it is about
     * @param group the workshop group that said it; null for all
     * @param text what was said
     */
    public record Section(LocalizedText title, @Nullable String group, LocalizedText text) {}

    /** Whether there is an action with this id. */
    boolean has(String action) {
        return actions.stream().anyMatch(each -> each.id().equals(action));
    }

    /** The same with an action done, or open again. */
    MemoText with(String action, boolean done) {
        return new MemoText(
                text,
                sections,
                actions.stream()
                        .map(each -> each.id().equals(action) ? each.done(done) : each)
                        .toList());
    }
}
