package fi.kumppani.kit.architecture.planted.sample.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.function.Consumer;

@Configuration
class SampleMessages {

    @Bean
    Consumer<String> sampleMessages() {
        return message -> {};
    }
}
