package fi.kumppani.kit.architecture.planted.sample.web;

import org.springframework.kafka.core.KafkaTemplate;

/** A public adapter that publishes by itself, prints, sleeps and throws anything. */
public class SampleController {

    private final KafkaTemplate<String, String> kafka;

    public SampleController(KafkaTemplate<String, String> kafka) {
        this.kafka = kafka;
    }

    void publish() throws InterruptedException {
        Thread.sleep(1);
        System.out.println(kafka);
        throw new RuntimeException("anything");
    }
}
