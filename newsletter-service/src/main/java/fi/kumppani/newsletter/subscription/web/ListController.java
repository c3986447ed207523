package fi.kumppani.newsletter.subscription.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.Page;
import fi.kumppani.kit.web.ReaderLanguage;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.subscription.ConsentText;
import fi.kumppani.newsletter.subscription.CreateList;
import fi.kumppani.newsletter.subscription.CurrentConsent;
import fi.kumppani.newsletter.subscription.Lists;
import fi.kumppani.newsletter.subscription.Lists.Addition;
import fi.kumppani.newsletter.subscription.NewsletterList;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;

/** The lists of a municipality. */
@RestController
@RequestMapping("/v1/municipalities/{code}/lists")
class ListController {

    private final Lists lists;
    private final CreateList createList;
    private final CurrentConsent currentConsent;
    private final Senders senders;

    ListController(
            Lists lists, CreateList createList, CurrentConsent currentConsent, Senders senders) {
        this.lists = lists;
        this.createList = createList;
        this.currentConsent = currentConsent;
        this.senders = senders;
    }

    /**
     * A list with what people agree to when they subscribe.
     *
     * @param welcome what a new reader is told; absent when no welcome letter is sent
     * @param fourEyes whether somebody who wrote none of it must approve each issue
     * @param fourEyesEndAsked whether somebody asked that this should end, which a colleague has
     *     not
     * @param sendsLatest whether who joins gets the latest issue along with the welcome letter
     * @param announcesCalls whether each call for grants is told at once
     * @param consent the text a form must show
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListDetailView(
            @JsonUnwrapped ListView list,
            @Nullable LocalizedText welcome,
            boolean fourEyes,
            boolean fourEyesEndAsked,
            boolean sendsLatest,
            boolean announcesCalls,
            ConsentView consent) {}

    /**
     * What people agree to.
     *
     * @param version which text it is
     * @param text the text in the reader's language
     */
    record ConsentView(String version, LocalizedText.Told text) {}

    @OpenToAll
    @GetMapping
    Page<ListView> all(@PathVariable String code) {
        List<ListView> all = lists.all().stream().map(ListView::of).toList();
        return new Page<>(all, null);
    }

    @OpenToAll
    @GetMapping("/{listId}")
    ResponseEntity<ListDetailView> one(
            @PathVariable String code, @PathVariable String listId, ReaderLanguage reader) {
        return detail(lists.stored(listId).orElseThrow(Problems::notFound), reader.language());
    }

    @OpenToRoles(Role.COORDINATOR)
    @PostMapping
    ResponseEntity<ListView> create(
            @PathVariable String code,
            @Valid @RequestBody ProfileRequest request,
            IdempotencyKey key) {
        Addition addition =
                createList.create(
                        request.name(),
                        request.toProfile(),
                        new Creation(key.uniqueKey("newsletter.list"), key.bodyHash()));
        NewsletterList list =
                switch (addition) {
                    case Addition.Added(var made) -> made;
                    case Addition.Repeated(var before) -> before;
                    case Addition.KeyReused _ -> throw IdempotencyKey.reused();
                };
        return ResponseEntity.created(
                        URI.create("/v1/municipalities/" + code + "/lists/" + list.id()))
                .eTag(ETags.of(1))
                .body(ListView.of(list));
    }

    /**
     * Tells something else about a list, closes or opens it. Who asks that its issues need no
     * second person any more waits for a colleague to ask for the same.
     */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{listId}")
    ResponseEntity<ListDetailView> change(
            @PathVariable String code,
            @PathVariable String listId,
            @Valid @RequestBody ProfileRequest request,
            IfMatch ifMatch,
            ReaderLanguage reader,
            CurrentUser by) {
        return createList
                .change(
                        listId,
                        ifMatch.version(),
                        request.name(),
                        request.toProfile(),
                        by.subject())
                .map(kept -> detail(kept, reader.language()))
                .orElseThrow(Problems::notFound);
    }

    private ResponseEntity<ListDetailView> detail(
            Stored<NewsletterList> stored, Language language) {
        NewsletterList list = stored.body();
        String version = currentConsent.version();
        String text = ConsentText.of(version, language, senders.of(language).name());
        return ResponseEntity.ok()
                .eTag(ETags.of(stored.version()))
                .body(
                        new ListDetailView(
                                ListView.of(list),
                                list.profile().welcome(),
                                list.profile().fourEyes(),
                                list.looseningAskedBy() != null,
                                list.profile().sendsLatest(),
                                list.profile().announcesCalls(),
                                new ConsentView(version, new LocalizedText.Told(text, language))));
    }
}
