package fi.kumppani.events.feedback.persistence;

import fi.kumppani.events.admission.Question;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.feedback.Feedback;
import fi.kumppani.events.feedback.FeedbackForm;
import fi.kumppani.events.feedback.FeedbackForms;
import fi.kumppani.events.feedback.GivenFeedback;
import fi.kumppani.events.registration.Pseudonyms;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.Traces;
import fi.kumppani.kit.confidential.Confidential;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One document for what a registration answered: under its number, or, where answers are anonymous,
 * under a pseudonym, and then nothing in it says who or when.
 */
@Component
class StoredFeedback implements GivenFeedback, Traces {

    private static final int PAGE = 200;

    private final AggregateCollection<FeedbackDocument> collection;
    private final FeedbackForms forms;
    private final Pseudonyms pseudonyms;

    StoredFeedback(AggregateCollections collections, FeedbackForms forms, Pseudonyms pseudonyms) {
        this.collection = collections.collection("feedback", FeedbackDocument.class).open();
        this.forms = forms;
        this.pseudonyms = pseudonyms;
    }

    /** What was answered, as it is kept. */
    record FeedbackDocument(
            int version, Map<String, List<Confidential>> answers, Set<String> erased) {

        private static FeedbackDocument from(Feedback feedback) {
            Map<String, List<Confidential>> kept = new HashMap<>();
            feedback.answers()
                    .forEach(
                            (question, said) ->
                                    kept.put(
                                            question,
                                            said.stream().map(Confidential::new).toList()));
            return new FeedbackDocument(feedback.version(), kept, feedback.erased());
        }

        private Feedback toDomain() {
            Map<String, List<String>> said = new HashMap<>();
            answers.forEach(
                    (question, kept) ->
                            said.put(question, kept.stream().map(Confidential::text).toList()));
            return new Feedback(version, said, erased);
        }
    }

    @Override
    public Optional<Feedback> of(RegistrationId id, boolean anonymous) {
        return collection.find(id(id, anonymous)).map(stored -> stored.body().toDomain());
    }

    @Override
    public void keep(RegistrationId id, boolean anonymous, Feedback feedback) {
        String key = id(id, anonymous);
        FeedbackDocument document = FeedbackDocument.from(feedback);
        var _ = collection.insert(key, null, document, List.of());
        var _ = collection.change(key, _ -> Change.to(document, List.of(), true));
    }

    @Override
    public List<Feedback> of(EventId event) {
        return stored(event).stream().map(each -> each.body().toDomain()).toList();
    }

    private List<Stored<FeedbackDocument>> stored(EventId event) {
        String prefix = event + ":";
        List<Stored<FeedbackDocument>> found = new ArrayList<>();
        String after = prefix;
        List<Stored<FeedbackDocument>> page;
        do {
            page = collection.list(after, PAGE);
            page.stream().filter(each -> each.id().startsWith(prefix)).forEach(found::add);
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == PAGE && after.startsWith(prefix));
        return found;
    }

    @Override
    public void erase(EventId event) {
        Set<String> choices = choices(event);
        stored(event).forEach(each -> erase(each.id(), choices));
    }

    @Override
    public void erase(RegistrationId id) {
        Set<String> choices = choices(id.event());
        erase(id(id, true), choices);
        erase(id(id, false), choices);
    }

    private void erase(String key, Set<String> choices) {
        var _ =
                collection.change(
                        key,
                        stored -> {
                            Feedback before = stored.body().toDomain();
                            Feedback left = before.keeping(choices);
                            return left.equals(before)
                                    ? Change.none(false)
                                    : Change.to(FeedbackDocument.from(left), List.of(), true);
                        });
    }

    /** The questions that are not answered in words of one's own. */
    private Set<String> choices(EventId event) {
        return forms.of(event)
                .map(FeedbackForm::form)
                .map(
                        form ->
                                form.questions().stream()
                                        .filter(each -> each.kind() != Question.Kind.TEXT)
                                        .map(Question::id)
                                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private String id(RegistrationId id, boolean anonymous) {
        return anonymous ? id.event() + ":" + pseudonyms.of(id).value() : id.toString();
    }
}
