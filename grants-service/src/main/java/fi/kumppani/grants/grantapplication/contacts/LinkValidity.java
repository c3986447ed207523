package fi.kumppani.grants.grantapplication.contacts;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * How long the links in mails hold.
 *
 * @param validFor from the sending of the mail
 */
@Validated
@ConfigurationProperties("kumppani.grants.links")
record LinkValidity(@DefaultValue("180d") @NotNull Duration validFor) {}
