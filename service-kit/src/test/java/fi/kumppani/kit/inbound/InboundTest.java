package fi.kumppani.kit.inbound;

import fi.kumppani.kit.testing.KumppaniTest;

import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of a small service with two functions in two groups; all of them share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KumppaniTest(
        classes = InboundTestService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=inbound-test",
            "spring.cloud.function.definition=grantMessages;otherMessages",
            "spring.cloud.stream.bindings.grantMessages-in-0.destination=grants.call,grants.application",
            "spring.cloud.stream.bindings.grantMessages-in-0.group=grant-messages",
            "spring.cloud.stream.bindings.otherMessages-in-0.destination=grants.application",
            "spring.cloud.stream.bindings.otherMessages-in-0.group=other-messages",
        })
@interface InboundTest {}
