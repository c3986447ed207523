package fi.kumppani.portal.official;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/**
 * What those who apply have applied for besides, as grants-service tells it.
 *
 * @param together what is asked for or granted in all
 * @param passedLimits of powers to decide that all together do not keep
 */
record AlongsideFacts(BigDecimal together, List<Other> items, List<Limit> passedLimits) {

    AlongsideFacts {
        items = List.copyOf(items);
        passedLimits = List.copyOf(passedLimits);
    }

    /**
     * Another application.
     *
     * @param isOfPartner whether somebody else is its applicant
     */
    record Other(
            String applicationId,
            @Nullable String diaryNumber,
            LocalizedText callTitle,
            boolean isOfPartner,
            BigDecimal requested,
            @Nullable BigDecimal granted) {}

    /** The limit of a power to decide. */
    record Limit(String title, BigDecimal limit) {}

    static Question<AlongsideFacts> of(String municipality, String id) {
        return Question.get(
                Backend.GRANTS,
                AlongsideFacts.class,
                ApplicationFacts.PATH + "/alongside",
                ApplicationFacts.at(municipality, id));
    }

    /**
     * The same in words.
     *
     * @param passed each with the limit
     */
    record Shown(String together, List<Row> rows, List<Passed> passed) {}

    /** One in words; granted or else asked for. */
    record Row(
            String href,
            String number,
            Told title,
            boolean isOfPartner,
            String amount,
            boolean granted) {}

    /** A limit in words. */
    record Passed(String title, String limit) {}

    Shown shown(String municipality, Language language) {
        return new Shown(
                Formats.euros(together),
                items.stream().map(each -> row(each, municipality, language)).toList(),
                passedLimits.stream()
                        .map(each -> new Passed(each.title(), Formats.euros(each.limit())))
                        .toList());
    }

    private static Row row(Other other, String municipality, Language language) {
        BigDecimal granted = other.granted();
        return new Row(
                WorkPages.application(municipality, other.applicationId()),
                other.diaryNumber() == null ? other.applicationId() : other.diaryNumber(),
                other.callTitle().told(language),
                other.isOfPartner(),
                Formats.euros(granted == null ? other.requested() : granted),
                granted != null);
    }
}
