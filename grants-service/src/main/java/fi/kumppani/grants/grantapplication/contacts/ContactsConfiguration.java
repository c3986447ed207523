package fi.kumppani.grants.grantapplication.contacts;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkValidity.class)
class ContactsConfiguration {}
