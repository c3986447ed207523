package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.newsletter.dispatch.Work;
import fi.kumppani.newsletter.issue.Issues.Addition;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.material.Material;
import fi.kumppani.newsletter.subscription.Lists;
import fi.kumppani.newsletter.subscription.NewsletterList;
import fi.kumppani.newsletter.subscription.Subscriptions;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tells those who asked for it of each new call, once it opens: an issue of its own to every list
 * that announces calls of its topic and area and has readers. Where a list wants four eyes the
 * issue waits for them.
 */
@Service
public class AnnounceCall {

    private final Lists lists;
    private final Issues issues;
    private final IssueNumbers issueNumbers;
    private final Subscriptions subscriptions;
    private final MaterialItems materialItems;
    private final Senders senders;
    private final IssueWaker waker;
    private final Ids ids;
    private final Clock clock;

    AnnounceCall(
            Lists lists,
            Issues issues,
            IssueNumbers issueNumbers,
            Subscriptions subscriptions,
            MaterialItems materialItems,
            Senders senders,
            IssueWaker waker,
            Ids ids,
            Clock clock) {
        this.lists = lists;
        this.issues = issues;
        this.issueNumbers = issueNumbers;
        this.subscriptions = subscriptions;
        this.materialItems = materialItems;
        this.senders = senders;
        this.waker = waker;
        this.ids = ids;
        this.clock = clock;
    }

    /** Announces a call of the current municipality; the same once more changes nothing. */
    public void announce(Material call) {
        if (!call.until().isAfter(clock.instant())) {
            return;
        }
        lists.all().stream()
                .filter(list -> list.profile().announcesCalls())
                .filter(list -> MaterialItems.isAbout(call, list.profile()))
                .filter(list -> hasReaders(list.id()))
                .forEach(list -> announce(call, list));
    }

    private boolean hasReaders(String listId) {
        return !subscriptions.readers(listId, today(), Optional.empty(), 1).isEmpty();
    }

    private LocalDate today() {
        return FinnishTime.dayOf(clock.instant());
    }

    private void announce(Material call, NewsletterList list) {
        int year = today().getYear();
        Copy copy =
                new Copy(
                        ids.next(),
                        list.id(),
                        issueNumbers.next(list.id(), year),
                        year,
                        call.title(),
                        List.of(materialItems.of(call)));
        Stored<Issue> draft = drafted(copy, call);
        if (draft.version() == 1 && !list.profile().fourEyes()) {
            order(draft.id(), call.from());
        }
    }

    private Stored<Issue> drafted(Copy first, Material call) {
        var creation =
                new Creation(
                        "newsletter.call:%s:%s:%s"
                                .formatted(Tenancy.current(), call.id(), first.listId()),
                        call.id());
        Copy copy = first;
        while (true) {
            switch (issues.add(new Issue.Draft(copy), creation)) {
                case Addition.Added(var added) -> {
                    return added;
                }
                case Addition.Repeated(var before) -> {
                    return before;
                }
                case Addition.NumberTaken _ -> copy = copy.under(copy.number() + 1);
                case Addition.KeyReused _ ->
                        throw new IllegalStateException("A call's announcement has its own key");
            }
        }
    }

    /** Now, or when the call opens; one that somebody took into their hands is left to them. */
    private void order(String id, Instant opensAt) {
        String domain = senders.ofLetters(Language.FI).address().domain();
        boolean open = !opensAt.isAfter(clock.instant());
        var _ =
                issues.move(
                        id,
                        is ->
                                is instanceof Issue.Draft draft && draft.hands().writers().isEmpty()
                                        ? open
                                                ? draft.send(domain)
                                                : draft.schedule(domain, opensAt)
                                        : is);
        waker.wake(new Work(id, Tenancy.current()));
    }
}
