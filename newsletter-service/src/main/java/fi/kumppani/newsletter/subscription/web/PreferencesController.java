package fi.kumppani.newsletter.subscription.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.web.ReaderLanguage;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.subscription.Addressee;
import fi.kumppani.newsletter.subscription.Area;
import fi.kumppani.newsletter.subscription.AskForPreferences;
import fi.kumppani.newsletter.subscription.ConsentText;
import fi.kumppani.newsletter.subscription.CurrentConsent;
import fi.kumppani.newsletter.subscription.ManageSubscriptions;
import fi.kumppani.newsletter.subscription.ManageSubscriptions.Choice;
import fi.kumppani.newsletter.subscription.ManageSubscriptions.Entry;
import fi.kumppani.newsletter.subscription.ManageSubscriptions.Outcome;
import fi.kumppani.newsletter.subscription.ManageSubscriptions.Preferences;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that the owner of a mailbox chooses in a municipality, by the link in any letter. */
@RestController
@RequestMapping("/v1/municipalities/{code}")
class PreferencesController {

    static final String TOKEN = "X-Link-Token";
    private static final AskedView ASKED = new AskedView("asked");

    private final ManageSubscriptions manageSubscriptions;
    private final AskForPreferences askForPreferences;
    private final CurrentConsent currentConsent;
    private final Senders senders;

    PreferencesController(
            ManageSubscriptions manageSubscriptions,
            AskForPreferences askForPreferences,
            CurrentConsent currentConsent,
            Senders senders) {
        this.manageSubscriptions = manageSubscriptions;
        this.askForPreferences = askForPreferences;
        this.currentConsent = currentConsent;
        this.senders = senders;
    }

    /** Whose link is asked for. */
    record LinkRequest(@NotBlank @Size(max = 254) String email) {

        @Override
        public String toString() {
            return "LinkRequest[]";
        }
    }

    /** Always the same, so that nobody learns who reads what. */
    record AskedView(String status) {}

    /**
     * What is chosen.
     *
     * @param email absent when nothing is subscribed to
     * @param language of all letters; absent when nothing is subscribed to
     * @param pausedUntil the day in Finland from which on letters come again; absent when they come
     * @param areas those that the lists let one choose among; empty when none does
     * @param lists those that are open, and those that come
     * @param consent what one agrees to by joining
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PreferencesView(
            @Nullable String email,
            @Nullable String language,
            @Nullable LocalDate pausedUntil,
            List<AreaView> areas,
            List<ChoiceView> lists,
            ListController.ConsentView consent) {

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "PreferencesView[]";
        }
    }

    /**
     * An area to choose.
     *
     * @param chosen whether they want to hear of it; of the whole municipality when none is
     */
    record AreaView(String code, LocalizedText name, boolean chosen) {

        static List<AreaView> of(Preferences preferences) {
            Map<String, AreaView> offered = new LinkedHashMap<>();
            for (Entry entry : preferences.entries()) {
                for (Area area : entry.list().profile().areas()) {
                    offered.putIfAbsent(
                            area.code(),
                            new AreaView(
                                    area.code(),
                                    area.name(),
                                    preferences.areas().contains(area.code())));
                }
            }
            return List.copyOf(offered.values());
        }
    }

    /**
     * A list to choose.
     *
     * @param joined whether it comes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChoiceView(
            String id, LocalizedText name, @Nullable LocalizedText about, boolean joined) {

        static ChoiceView of(Entry entry) {
            return new ChoiceView(
                    entry.list().id(),
                    entry.list().name(),
                    entry.list().profile().about(),
                    entry.isJoined());
        }
    }

    /**
     * What is wanted.
     *
     * @param pausedUntil the day in Finland from which on letters are to come again; absent for no
     *     pause
     * @param areas codes of the areas they want to hear of: each counts for the lists that offer
     *     it; the whole municipality when empty, what was chosen before when absent
     * @param joined ids of the lists that are wanted
     * @param offered ids of the lists that were shown; others stay as they are
     * @param consent what was shown for the lists that are joined
     */
    record ChoiceRequest(
            @NotNull Language language,
            @Nullable LocalDate pausedUntil,
            @Nullable @Size(max = 500) List<@NotNull @Size(max = 60) String> areas,
            @NotNull @Size(max = 500) List<@NotNull @Size(max = 100) String> joined,
            @NotNull @Size(max = 500) List<@NotNull @Size(max = 100) String> offered,
            @Nullable @Valid ShownRequest consent) {}

    /** Mails the link to what is chosen, if there is somebody to mail it to. */
    @OpenToAll
    @RateLimited
    @PostMapping("/preference-links")
    @ResponseStatus(HttpStatus.ACCEPTED)
    AskedView ask(@PathVariable String code, @Valid @RequestBody LinkRequest request) {
        askForPreferences.ask(SubscriptionController.email(request.email()));
        return ASKED;
    }

    @OpenToSignedLink
    @RateLimited
    @GetMapping("/subscription-preferences")
    PreferencesView see(
            @PathVariable String code,
            @RequestHeader(name = TOKEN, defaultValue = "") String token,
            ReaderLanguage reader) {
        return manageSubscriptions
                .see(token)
                .map(preferences -> view(preferences, reader.language()))
                .orElseThrow(Problems::notFound);
    }

    @OpenToSignedLink
    @RateLimited
    @PutMapping("/subscription-preferences")
    PreferencesView choose(
            @PathVariable String code,
            @RequestHeader(name = TOKEN, defaultValue = "") String token,
            @Valid @RequestBody ChoiceRequest request,
            ReaderLanguage reader) {
        Outcome outcome =
                manageSubscriptions.choose(
                        token,
                        new Choice(
                                request.language(),
                                request.pausedUntil(),
                                request.areas(),
                                request.joined(),
                                request.offered()),
                        ShownRequest.shown(request.consent(), reader.language(), currentConsent));
        return switch (outcome) {
            case Outcome.Kept(var now) -> view(now, reader.language());
            case Outcome.Unknown _ -> throw Problems.notFound();
            case Outcome.NoSuchPause _ ->
                    throw Problems.invalid(
                            "pausedUntil",
                            "out-of-range",
                            "A pause ends on a day to come, within "
                                    + ManageSubscriptions.MOST_PAUSED_MONTHS
                                    + " months");
        };
    }

    @OpenToSignedLink
    @RateLimited
    @PostMapping("/subscription-preferences/departure")
    PreferencesView leaveAll(
            @PathVariable String code,
            @RequestHeader(name = TOKEN, defaultValue = "") String token,
            ReaderLanguage reader) {
        return manageSubscriptions
                .leaveAll(token, "preferences-all")
                .map(preferences -> view(preferences, reader.language()))
                .orElseThrow(Problems::notFound);
    }

    /** All that is known of them, to be taken away (GDPR, articles 15 and 20). */
    @OpenToSignedLink
    @RateLimited
    @GetMapping("/subscription-preferences/data")
    List<ProofView> data(
            @PathVariable String code,
            @RequestHeader(name = TOKEN, defaultValue = "") String token) {
        return manageSubscriptions
                .data(token)
                .map(entries -> ProofView.of(entries, senders))
                .orElseThrow(Problems::notFound);
    }

    @OpenToSignedLink
    @RateLimited
    @PostMapping("/subscription-preferences/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(
            @PathVariable String code,
            @RequestHeader(name = TOKEN, defaultValue = "") String token) {
        var _ = manageSubscriptions.erase(token).orElseThrow(Problems::notFound);
    }

    private PreferencesView view(Preferences preferences, Language reader) {
        Addressee to = preferences.to();
        String version = currentConsent.version();
        return new PreferencesView(
                to == null ? null : to.email().value(),
                to == null ? null : to.language().code(),
                preferences.pausedUntil(),
                AreaView.of(preferences),
                preferences.entries().stream().map(ChoiceView::of).toList(),
                new ListController.ConsentView(
                        version,
                        new LocalizedText.Told(
                                ConsentText.of(version, reader, senders.of(reader).name()),
                                reader)));
    }
}
