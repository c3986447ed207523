package fi.kumppani.newsletter.issue;

import fi.kumppani.newsletter.subscription.Lists;
import fi.kumppani.newsletter.subscription.NewsletterList;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows the issues that were sent, to everybody. */
@Service
public class ReadArchive {

    private static final int PAGE = 100;

    private final Lists lists;
    private final Archive archive;
    private final Issues issues;

    ReadArchive(Lists lists, Archive archive, Issues issues) {
        this.lists = lists;
        this.archive = archive;
        this.issues = issues;
    }

    /** An issue that was sent, with its list. */
    public record Published(NewsletterList list, Issue.Sent issue) {

        /** Where it stands in the archive: those behind it were sent before it. */
        public String position() {
            return Position.of(issue.sentAt(), issue.copy().id());
        }
    }

    /**
     * The newest first.
     *
     * @param listId only of this list; null for all
     * @param query words that must all be in an issue, in any language; empty for all issues
     * @param after the position to begin behind; null for the newest
     * @param limit the most to give
     */
    public List<Published> newest(
            @Nullable String listId, String query, @Nullable String after, int limit) {
        List<NewsletterList> wanted =
                listId == null ? lists.all() : lists.find(listId).stream().toList();
        Map<String, NewsletterList> byId =
                wanted.stream().collect(Collectors.toMap(NewsletterList::id, Function.identity()));
        List<String> ids =
                archive.of(byId.keySet()).stream()
                        .filter(
                                entry ->
                                        after == null
                                                || Position.of(entry.sentAt(), entry.issueId())
                                                                .compareTo(after)
                                                        < 0)
                        .map(Archive.Entry::issueId)
                        .toList();
        List<String> words = Words.of(query);
        List<Published> found = new ArrayList<>();
        for (int from = 0; from < ids.size() && found.size() < limit; from += PAGE) {
            published(ids.subList(from, Math.min(from + PAGE, ids.size())), byId).stream()
                    .filter(issue -> Words.areAllIn(issue.issue().copy(), words))
                    .limit(limit - found.size())
                    .forEach(found::add);
        }
        return found;
    }

    private List<Published> published(List<String> ids, Map<String, NewsletterList> byId) {
        Map<String, Issue> found =
                issues.findAll(ids).stream()
                        .collect(Collectors.toMap(issue -> issue.copy().id(), Function.identity()));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .flatMap(issue -> published(issue, byId).stream())
                .toList();
    }

    /** One issue, if it was sent. */
    public Optional<Published> one(String id) {
        return issues.find(id)
                .flatMap(
                        stored ->
                                lists.find(stored.body().copy().listId())
                                        .flatMap(
                                                list ->
                                                        published(
                                                                stored.body(),
                                                                Map.of(list.id(), list))));
    }

    private static Optional<Published> published(Issue issue, Map<String, NewsletterList> lists) {
        NewsletterList list = lists.get(issue.copy().listId());
        return issue instanceof Issue.Sent sent && list != null
                ? Optional.of(new Published(list, sent))
                : Optional.empty();
    }
}
