package fi.kumppani.kit.web;

import org.springframework.context.annotation.Configuration;

/** Describes in OpenAPI what the kit's own arguments ask of a request. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {}
