package fi.kumppani.portal.application;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Takes uploads apart that our own forms send; the gateway passes all others on as they are. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    private static final String OWN_FORMS = "/m/";

    @Bean
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return request.getRequestURI().startsWith(OWN_FORMS) && super.isMultipart(request);
            }
        };
    }
}
