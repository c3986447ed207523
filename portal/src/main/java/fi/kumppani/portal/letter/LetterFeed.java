package fi.kumppani.portal.letter;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;

import fi.kumppani.portal.PortalSettings;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import org.jdom2.Document;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** The letters of a municipality for feed readers (RFC 4287), in the language that is asked for. */
@Controller
class LetterFeed {

    private static final int MOST_LETTERS = 50;
    private static final MediaType ATOM =
            new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8);

    private final Municipalities municipalities;
    private final Backends backends;
    private final MessageSource texts;
    private final String portal;

    LetterFeed(
            Municipalities municipalities,
            Backends backends,
            MessageSource texts,
            PortalSettings settings) {
        this.municipalities = municipalities;
        this.backends = backends;
        this.texts = texts;
        this.portal = settings.at("");
    }

    @GetMapping("/m/{code}/letters/feed.atom")
    ResponseEntity<byte[]> feed(@PathVariable String code, Reader reader) {
        Municipality municipality =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        Listing<LetterFacts> letters =
                PageSubject.of(backends.answer(reader, LetterFacts.latest(code, MOST_LETTERS)));
        return ResponseEntity.ok()
                .contentType(ATOM)
                .body(written(feed(municipality, letters.items(), reader.language())));
    }

    private Feed feed(Municipality municipality, List<LetterFacts> letters, Language language) {
        String home = portal + "/m/" + municipality.code() + "/letters";
        Feed feed = new Feed("atom_1.0");
        feed.setLanguage(language.code());
        feed.setId(home + "/feed.atom?lang=" + language.code());
        feed.setTitle(
                texts.getMessage(
                        "letters.of",
                        new Object[] {municipality.name().text()},
                        language.locale()));
        Person author = new Person();
        author.setName(municipality.name().text());
        feed.setAuthors(List.of(author));
        feed.setUpdated(
                Date.from(
                        letters.stream()
                                .map(LetterFacts::sentAt)
                                .max(Instant::compareTo)
                                .orElse(Instant.EPOCH)));
        feed.setAlternateLinks(List.of(link("alternate", home, language)));
        feed.setOtherLinks(List.of(link("self", home + "/feed.atom", language)));
        feed.setEntries(letters.stream().map(letter -> entry(letter, home, language)).toList());
        return feed;
    }

    private static Entry entry(LetterFacts letter, String home, Language language) {
        Told title = letter.title().in(language).orElse(new Told(letter.label(), language.code()));
        Entry entry = new Entry();
        entry.setId(home + "/" + letter.id());
        entry.setTitle(title.text());
        Content summary = new Content();
        summary.setType(Content.TEXT);
        summary.setValue(letter.label());
        entry.setSummary(summary);
        entry.setPublished(Date.from(letter.sentAt()));
        entry.setUpdated(Date.from(letter.sentAt()));
        entry.setAlternateLinks(List.of(link("alternate", home + "/" + letter.id(), language)));
        return entry;
    }

    private static Link link(String relation, String address, Language language) {
        Link link = new Link();
        link.setRel(relation);
        link.setHref(address + "?lang=" + language.code());
        link.setHreflang(language.code());
        return link;
    }

    /** ROME reads the language of a feed and does not write it. */
    private static byte[] written(Feed feed) {
        try {
            Document document = new WireFeedOutput().outputJDom(feed);
            document.getRootElement()
                    .setAttribute("lang", feed.getLanguage(), Namespace.XML_NAMESPACE);
            return new XMLOutputter(Format.getPrettyFormat())
                    .outputString(document)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException("A feed of plain texts can be written", e);
        }
    }
}
