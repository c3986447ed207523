package fi.kumppani.grants.award;

import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.LeftWork;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Finds the awards whose declining a crash left half made, and finishes them. */
@Service
public class FinishLeftAwards implements LeftWork {

    private static final Logger log = LoggerFactory.getLogger(FinishLeftAwards.class);

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
        unfinished.forEach(
                id -> {
                    try {
                        applications
                                .find(id)
                                .flatMap(stored -> stored.body().decided())
                                .ifPresent(
                                        decided -> {
                                            var _ = answerAward.load(decided);
                                        });
                    } catch (RuntimeException e) {
                        log.warn(
                                "The declining of application {} could not be finished: {}",
                                id,
                                e.getClass().getSimpleName());
                    }
                });
    }
}
