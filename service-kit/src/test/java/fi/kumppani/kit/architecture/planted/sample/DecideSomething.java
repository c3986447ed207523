package fi.kumppani.kit.architecture.planted.sample;

import fi.kumppani.contracts.Money;
import fi.kumppani.kit.architecture.planted.other.Other;

import org.bson.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** A use case that answers yes or no, knows Mongo and Kafka, and is wired into a field. */
@Service
public class DecideSomething {

    @Autowired private SampleHelper helper = new SampleHelper();

    public boolean decide(Document document, Money money, Other other) {
        return document.containsKey(money.amount() + helper.at() + other);
    }
}
