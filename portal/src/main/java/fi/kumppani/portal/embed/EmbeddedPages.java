package fi.kumppani.portal.embed;

import fi.kumppani.portal.Framing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.Map;

/** Lets a municipality's own sites show the pages that are meant for that. */
@Configuration(proxyBeanMethods = false)
class EmbeddedPages implements WebMvcConfigurer, HandlerInterceptor {

    private final EmbedSettings settings;

    EmbeddedPages(EmbedSettings settings) {
        this.settings = settings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/m/{code}/embed/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> path
                && path.get("code") instanceof String code) {
            Framing.allow(request, settings.of(code));
        }
        return true;
    }
}
