package fi.kumppani.grants.document;

import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of documents in one language, with sums and days as they are written in Finland. */
final class Words {

    private final Language language;
    private final Locale locale;
    private final ResourceBundle texts;

    Words(Language language) {
        this.language = language;
        this.locale = Locale.of(language.code(), "FI");
        this.texts =
                ResourceBundle.getBundle(
                        "fi.kumppani.grants.document.document",
                        Locale.of(language.code()),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Language language() {
        return language;
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    /** A fact whose name is one of the texts. */
    DecisionDocument.Fact fact(String key, String value) {
        return new DecisionDocument.Fact(text(key), value);
    }

    String in(LocalizedText text) {
        return text.in(language).text();
    }

    String sum(Euros amount) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance("EUR"));
        return format.format(BigDecimal.valueOf(amount.cents(), 2));
    }

    String day(LocalDate day) {
        String pattern = language == Language.EN ? "d MMMM yyyy" : "d.M.yyyy";
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }
}
