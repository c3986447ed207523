package fi.kumppani.portal.registration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How programs that fill forms in are told from people.
 *
 * @param quickest nobody fills a form in faster than this; who does is asked to send it again
 */
@ConfigurationProperties("kumppani.robots")
record RobotSettings(@DefaultValue("2s") Duration quickest) {}
