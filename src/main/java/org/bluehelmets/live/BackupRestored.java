package org.bluehelmets.live;

/** CDI event: this process or another one has replaced all data by a backup. Earlier subscriptions are no longer valid. */
public record BackupRestored() {}
