package fi.kumppani.events;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service of events and of the registrations to them. */
@SpringBootApplication
public class EventsServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(EventsServiceApplication.class, arguments);
    }
}
