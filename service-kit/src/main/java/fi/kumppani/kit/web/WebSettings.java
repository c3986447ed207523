package fi.kumppani.kit.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What every API limits.
 *
 * @param maxBodySize the largest request body that is read
 */
@ConfigurationProperties("kumppani.web")
record WebSettings(@DefaultValue("1MB") DataSize maxBodySize) {}
