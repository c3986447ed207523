package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.letter.Layout;
import fi.kumppani.newsletter.subscription.Lists;
import fi.kumppani.newsletter.subscription.NewsletterList;
import fi.kumppani.newsletter.subscription.NewsletterList.Profile;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks for what would keep readers from reading an issue: with a screen reader, in their language,
 * or in a mail program that cuts long letters off.
 */
@Service
public class CheckIssue {

    /** Gmail cuts off what is longer. */
    public static final int LARGEST_HTML = 102 * 1024;

    private static final int FEWEST_CAPITALS = 12;
    private static final Pattern NUMERIC = Pattern.compile("\\[.*]|[0-9.]+");

    private final PreviewIssue previewIssue;
    private final Lists lists;

    CheckIssue(PreviewIssue previewIssue, Lists lists) {
        this.previewIssue = previewIssue;
        this.lists = lists;
    }

    /**
     * Something found.
     *
     * @param error whether the issue cannot be sent so; a warning otherwise
     * @param field where
     * @param code what, in kebab case
     */
    public record Finding(boolean error, String field, String code) {}

    /** All that is found, errors first. */
    public List<Finding> of(Copy copy) {
        List<Finding> errors = new ArrayList<>();
        List<Finding> warnings = new ArrayList<>();
        Profile profile =
                lists.find(copy.listId()).map(NewsletterList::profile).orElse(Profile.PLAIN);
        Set<Language> languages = profile.languages();
        if (!profile.known(copy.segment().areas()).equals(copy.segment().areas())) {
            errors.add(new Finding(true, "segment.areas", "unknown"));
        }
        texts("title", copy.title(), languages, warnings);
        if (copy.items().isEmpty()) {
            warnings.add(new Finding(false, "items", "empty"));
        }
        Set<LocalizedText> headings = new HashSet<>();
        for (int i = 0; i < copy.items().size(); i++) {
            Item item = copy.items().get(i);
            String path = "items[" + i + "].";
            texts(path + "title", item.title(), languages, warnings);
            texts(path + "text", item.text(), languages, warnings);
            if (!headings.add(item.title())) {
                warnings.add(new Finding(false, path + "title", "same-heading"));
            }
            link(path + "link", item.link(), errors, warnings);
            if (item.picture() != null) {
                texts(path + "picture.alt", item.picture().alt(), languages, warnings);
                link(path + "picture.address", item.picture().address(), errors, warnings);
            }
        }
        for (Language language : languages) {
            String html = Layout.html(previewIssue.content(copy, language));
            if (html.getBytes(StandardCharsets.UTF_8).length >= LARGEST_HTML) {
                errors.add(new Finding(true, "items", "too-large"));
                break;
            }
        }
        errors.addAll(warnings);
        return errors;
    }

    private static void texts(
            String field, LocalizedText text, Set<Language> languages, List<Finding> warnings) {
        for (Language language : languages) {
            String own = text.get(language);
            if (own == null) {
                warnings.add(new Finding(false, field + "." + language.code(), "not-translated"));
            } else if (isInCapitals(own)) {
                warnings.add(new Finding(false, field + "." + language.code(), "capitals"));
            }
        }
    }

    /** Screen readers may spell them out, and everybody reads them slowly. */
    private static boolean isInCapitals(String text) {
        return text.chars().filter(Character::isUpperCase).count() >= FEWEST_CAPITALS
                && text.chars().noneMatch(Character::isLowerCase);
    }

    private static void link(
            String field, @Nullable URI link, List<Finding> errors, List<Finding> warnings) {
        if (link == null) {
            return;
        }
        String host = link.getHost();
        if (host == null || !host.contains(".") || NUMERIC.matcher(host).matches()) {
            errors.add(new Finding(true, field, "not-public"));
        } else if (!"https".equals(link.getScheme())) {
            warnings.add(new Finding(false, field, "not-encrypted"));
        }
    }
}
