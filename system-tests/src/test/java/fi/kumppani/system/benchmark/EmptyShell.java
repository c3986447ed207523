package fi.kumppani.system.benchmark;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A program with a service's libraries and nothing of its own: what start-up is compared with. */
@SpringBootApplication
class EmptyShell {

    public static void main(String... arguments) {
        SpringApplication.run(EmptyShell.class, arguments);
    }
}
