package fi.kumppani.kit.contacts;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import java.net.URI;
import java.util.List;

/** Links for every service; the door for contact details where a service owns some. */
@AutoConfiguration
class ContactsAutoConfiguration {

    @Bean
    PortalLinks portalLinks(@Value("${kumppani.portal-url:http://localhost:8080}") URI portalUrl) {
        return new PortalLinks(portalUrl);
    }

    @Bean
    @ConditionalOnBean(ContactSource.class)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    ContactsController contactsController(List<ContactSource> sources) {
        return new ContactsController(sources);
    }
}
