package fi.kumppani.kit.architecture.sound.sample.messaging;

import fi.kumppani.contracts.Money;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.function.Consumer;

@Configuration
class CallMessages {

    @Bean
    Consumer<Money> callMessages() {
        return money -> {};
    }
}
