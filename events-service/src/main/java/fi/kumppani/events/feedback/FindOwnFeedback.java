package fi.kumppani.events.feedback;

import fi.kumppani.events.registration.OwnFeedback;
import fi.kumppani.events.registration.RegistrationId;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Map;

/**
 * Finds what somebody answered, to be handed out to them with all that is known of them (GDPR,
 * Article 15). Anonymous answers are nobody's any more, and not looked for.
 */
@Service
class FindOwnFeedback implements OwnFeedback {

    private final FeedbackForms forms;
    private final GivenFeedback given;

    FindOwnFeedback(FeedbackForms forms, GivenFeedback given) {
        this.forms = forms;
        this.given = given;
    }

    @Override
    public Map<String, List<String>> of(RegistrationId id) {
        return forms.of(id.event())
                .filter(form -> !form.anonymous())
                .flatMap(_ -> given.of(id, false))
                .map(Feedback::answers)
                .orElse(Map.of());
    }
}
