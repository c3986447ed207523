package fi.kumppani.kit.architecture.planted.service;

final class Bookings {}
