package fi.kumppani.grants.award;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.LeftWork;

import org.springframework.stereotype.Service;

/** Finds the awards whose declining a crash left half made, and finishes them. */
@Service
public class FinishLeftAwards extends LeftWork {

    private final UnfinishedAwards unfinished;
    private final GrantApplications applications;
    private final AnswerAward answerAward;

    FinishLeftAwards(
            UnfinishedAwards unfinished, GrantApplications applications, AnswerAward answerAward) {
        this.unfinished = unfinished;
        this.applications = applications;
        this.answerAward = answerAward;
    }

    @Override
    public void finishAll() {
        unfinished.forEach(id -> attempt(id, () -> finish(id)));
    }

    private void finish(ApplicationId id) {
        applications
                .decided(id)
                .ifPresent(
                        decided -> {
                            var _ = answerAward.load(decided);
                        });
    }
}
