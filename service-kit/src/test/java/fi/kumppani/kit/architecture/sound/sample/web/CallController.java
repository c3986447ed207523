package fi.kumppani.kit.architecture.sound.sample.web;

import fi.kumppani.kit.architecture.sound.sample.OpenCall;

final class CallController {

    private final OpenCall openCall;

    CallController(OpenCall openCall) {
        this.openCall = openCall;
    }

    String open() {
        return openCall.open().at();
    }
}
