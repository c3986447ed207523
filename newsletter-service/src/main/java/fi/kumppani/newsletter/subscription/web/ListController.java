package fi.kumppani.newsletter.subscription.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.Page;
import fi.kumppani.kit.web.ReaderLanguage;
import fi.kumppani.newsletter.letter.Phrases;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.subscription.ConsentText;
import fi.kumppani.newsletter.subscription.CreateList;
import fi.kumppani.newsletter.subscription.Lists;
import fi.kumppani.newsletter.subscription.Lists.Addition;
import fi.kumppani.newsletter.subscription.NewsletterList;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;

/** The lists of a municipality. */
@RestController
@RequestMapping("/v1/municipalities/{code}/lists")
class ListController {

    private static final int LONGEST_NAME = 200;

    private final Lists lists;
    private final CreateList createList;
    private final Senders senders;

    ListController(Lists lists, CreateList createList, Senders senders) {
        this.lists = lists;
        this.createList = createList;
        this.senders = senders;
    }

    /** A list to be made. */
    record ListRequest(@NotNull LocalizedText name) {}

    /**
     * A list with what people agree to when they subscribe.
     *
     * @param consent the text a form must show
     */
    record ListDetailView(String id, LocalizedText name, ConsentView consent) {}

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
    ListDetailView one(
            @PathVariable String code, @PathVariable String listId, ReaderLanguage reader) {
        NewsletterList list = lists.find(listId).orElseThrow(Problems::notFound);
        String controller = senders.of(reader.language()).name();
        return new ListDetailView(
                list.id(),
                list.name(),
                new ConsentView(
                        ConsentText.VERSION,
                        new LocalizedText.Told(
                                Phrases.in(reader.language()).say("consent.text", controller),
                                reader.language())));
    }

    @OpenToRoles(Role.COORDINATOR)
    @PostMapping
    ResponseEntity<ListView> create(
            @PathVariable String code,
            @Valid @RequestBody ListRequest request,
            IdempotencyKey key) {
        requireShort(request.name());
        Addition addition =
                createList.create(
                        request.name(),
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

    static void requireShort(LocalizedText name) {
        for (var language : fi.kumppani.kit.text.Language.values()) {
            String text = name.get(language);
            if (text != null && text.length() > LONGEST_NAME) {
                throw Problems.invalid(
                        "name." + language.code(),
                        "size",
                        "A name has at most " + LONGEST_NAME + " characters");
            }
        }
    }
}
