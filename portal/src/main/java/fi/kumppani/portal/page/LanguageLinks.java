package fi.kumppani.portal.page;

import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.ReaderLanguage;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

import java.util.Map;
import java.util.Optional;

/** Lets a chosen language stay chosen: each link of a page hands it on to the next page. */
@Component
final class LanguageLinks extends StandardLinkBuilder {

    @Autowired
    void buildLinksOf(SpringTemplateEngine templates) {
        templates.setLinkBuilder(this);
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        return super.processLink(
                context,
                isPage(link)
                        ? chosen(context).map(language -> withLanguage(link, language)).orElse(link)
                        : link);
    }

    @Override
    protected @Nullable String computeContextPath(
            IExpressionContext context, String base, @Nullable Map<String, Object> parameters) {
        return "";
    }

    private static boolean isPage(String link) {
        return link.startsWith("/")
                && !link.startsWith("/assets/")
                && !link.startsWith("/webjars/")
                && !link.contains("lang=");
    }

    private static Optional<Language> chosen(IExpressionContext context) {
        return context instanceof IWebContext web
                ? ReaderLanguage.chosenIn(web.getExchange().getRequest().getQueryString())
                : Optional.empty();
    }

    private static String withLanguage(String link, Language language) {
        return link
                + (link.contains("?") ? '&' : '?')
                + ReaderLanguage.PARAMETER
                + '='
                + language.code();
    }
}
