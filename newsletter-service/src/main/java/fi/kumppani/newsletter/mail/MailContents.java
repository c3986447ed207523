package fi.kumppani.newsletter.mail;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.LocalizedText.Told;
import fi.kumppani.newsletter.letter.Block;
import fi.kumppani.newsletter.letter.Content;
import fi.kumppani.newsletter.letter.Moments;
import fi.kumppani.newsletter.letter.Phrases;
import fi.kumppani.newsletter.letter.Sender;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each kind of mail says. The phrases are in {@code phrases_*.properties}; the facts come from
 * the service that knows the recipient, and one that is absent leaves no gap.
 */
@Service
class MailContents {

    private static final List<String> LINKS = List.of("confirm", "manage", "view", "document");

    private final MailTemplates templates;

    MailContents(MailTemplates templates) {
        this.templates = templates;
    }

    /** The mail of a kind for a recipient, in the municipality's own words where it has any. */
    Content of(MailKind kind, Recipient recipient, Sender sender) {
        Language reader = recipient.language();
        Phrases phrases = Phrases.in(reader);
        Facts facts = recipient.facts();
        MailTemplate own = templates.lately(kind);
        Optional<Told> title =
                facts.told("title", reader).or(() -> facts.told("callTitle", reader));
        Details details = details(facts, phrases);
        Map<String, String> values = new HashMap<>(details.values);
        title.ifPresent(told -> values.put(MailVariables.TITLE, told.text()));
        values.put(MailVariables.SENDER, sender.name());
        String key = "mail." + kind.wireName();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(new Told(phrases.say(key + ".heading"), reader)));
        String lead =
                words(own.lead(), reader, values)
                        .orElseGet(() -> say(phrases, key + ".lead", title));
        blocks.add(new Block.Paragraph(new Told(lead, reader)));
        facts.told("text", reader).ifPresent(text -> blocks.add(new Block.Paragraph(text)));
        if (!details.all.isEmpty()) {
            blocks.add(new Block.Details(details.all));
        }
        for (String link : LINKS) {
            var target = recipient.links().get(link);
            if (target != null) {
                blocks.add(new Block.Action(linkLabel(phrases, key, link), target));
            }
        }
        if (phrases.has(key + ".note")) {
            blocks.add(new Block.Paragraph(new Told(phrases.say(key + ".note"), reader)));
        }
        words(own.closing(), reader, values)
                .ifPresent(text -> blocks.add(new Block.Paragraph(new Told(text, reader))));
        blocks.addAll(recipient.enclosed());
        blocks.add(new Block.Footnote(phrases.say("mail.footnote", sender.name())));
        String subject =
                words(own.subject(), reader, values)
                        .orElseGet(() -> say(phrases, key + ".subject", title));
        return new Content(reader, subject, blocks, sender.brand());
    }

    /**
     * The municipality's words in the reader's language, if it has any and nothing in them is
     * missing.
     */
    private static Optional<String> words(
            @Nullable LocalizedText texts, Language reader, Map<String, String> values) {
        return Optional.ofNullable(texts)
                .map(each -> each.get(reader))
                .flatMap(text -> new TemplateText(text).filled(values));
    }

    private static String say(Phrases phrases, String key, Optional<Told> title) {
        return title.map(told -> phrases.say(key, told.text()))
                .orElseGet(() -> phrases.say(key + ".untitled"));
    }

    private static String linkLabel(Phrases phrases, String key, String link) {
        String own = key + ".link." + link;
        return phrases.say(phrases.has(own) ? own : "link." + link);
    }

    private static Details details(Facts facts, Phrases phrases) {
        Language reader = phrases.language();
        var details = new Details(phrases);
        details.add("eventStatus", word(phrases, "eventStatus", facts));
        details.addTold("reason", facts.told("reason", reader));
        details.add(
                "startsAt",
                facts.moment("startsAt")
                        .map(start -> Moments.span(start, facts.moment("endsAt"), reader)));
        details.add(
                "previousStartsAt",
                facts.moment("previousStartsAt")
                        .map(start -> Moments.span(start, Optional.empty(), reader)));
        details.add("coffeeFrom", facts.moment("coffeeFrom").map(at -> Moments.time(at, reader)));
        details.addTold("venue", facts.place("venue", reader));
        details.addTold("room", facts.told("room", reader));
        details.add("streetAddress", facts.plain("streetAddress"));
        details.add("onlineAddress", facts.plain("onlineAddress"));
        details.add("place", facts.plain("place"));
        details.add("seats", facts.plain("seats"));
        details.add(
                "acceptWithin",
                facts.plain("acceptWithinHours").map(hours -> phrases.say("hours", hours)));
        details.add(
                "confirmAddressBy",
                facts.moment("confirmAddressBy")
                        .map(at -> Moments.span(at, Optional.empty(), reader)));
        details.addTold("associationName", facts.told("associationName", reader));
        details.add("accountInUse", facts.plain("accountInUse"));
        details.add("accountProposed", facts.plain("accountProposed"));
        details.add("confirmedOn", facts.day("confirmedOn").map(day -> Moments.day(day, reader)));
        details.add("diaryNumber", facts.plain("diaryNumber"));
        details.addTold("supplement", facts.told("supplement", reader));
        details.add("supplementBy", facts.day("supplementBy").map(day -> Moments.day(day, reader)));
        details.add("reportBy", facts.day("reportBy").map(day -> Moments.day(day, reader)));
        details.add("accepted", facts.euros("accepted").map(sum -> Moments.euros(sum, reader)));
        details.add("recover", facts.euros("recover").map(sum -> Moments.euros(sum, reader)));
        details.add(
                "closesAt",
                facts.moment("closesAt").map(at -> Moments.span(at, Optional.empty(), reader)));
        details.add("answerBy", facts.day("answerBy").map(day -> Moments.day(day, reader)));
        details.add("payBy", facts.day("payBy").map(day -> Moments.day(day, reader)));
        details.add("outcome", word(phrases, "outcome", facts));
        details.add("changeOutcome", word(phrases, "changeOutcome", facts));
        details.add("rulingOutcome", word(phrases, "rulingOutcome", facts));
        details.add("requested", facts.euros("requested").map(sum -> Moments.euros(sum, reader)));
        details.add("granted", facts.euros("granted").map(sum -> Moments.euros(sum, reader)));
        details.add("decidedOn", facts.day("decidedOn").map(day -> Moments.day(day, reader)));
        facts.list("reasons", reader)
                .forEach(reason -> details.addTold("reasons", Optional.of(reason)));
        return details;
    }

    /** What a code means; nothing when we have no word for it. */
    private static Optional<String> word(Phrases phrases, String name, Facts facts) {
        return facts.plain(name)
                .map(code -> name + "." + code)
                .filter(phrases::has)
                .map(phrases::say);
    }

    /** Facts with their names in the reader's language; those that are absent are left out. */
    private static final class Details {

        private final List<Block.Detail> all = new ArrayList<>();
        private final Map<String, String> values = new HashMap<>();
        private final Phrases phrases;

        Details(Phrases phrases) {
            this.phrases = phrases;
        }

        void add(String name, Optional<String> value) {
            addTold(name, value.map(text -> new Told(text, phrases.language())));
        }

        void addTold(String name, Optional<Told> value) {
            value.ifPresent(
                    told -> {
                        all.add(new Block.Detail(phrases.say("fact." + name), told));
                        values.put(name, told.text());
                    });
        }
    }
}
