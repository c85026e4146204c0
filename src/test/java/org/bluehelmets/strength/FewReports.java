package org.bluehelmets.strength;

import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.BeforeEach;

/** Imports a few small reports before each test. */
abstract class FewReports {

    final Rows rows = new Rows();

    /**
     * January to March and June 2020 are broken down by mission, April by nation only; May has no report. Nepal has
     * personnel in January only. Ghana and Italy have equal totals in March. Togo has a row with a total of 0.
     */
    @BeforeEach
    void importReports() {
        rows.clearImports();
        Contributions.load(Contributions.file()
                .row("KAZ", "UNIFIL", "Troops", 2, 118, "2020-01-31")
                .row("NPL", "UNIFIL", "Troops", 0, 50, "2020-01-31")
                .row("KAZ", "UNIFIL", "Troops", 1, 119, "2020-02-29")
                .row("KAZ", "UNIFIL", "Troops", 3, 117, "2020-03-31")
                .row("KAZ", "UNIFIL", "Staff Officer", 1, 1, "2020-03-31")
                .row("KAZ", "MINURSO", "Experts on Mission", 1, 5, "2020-03-31")
                .row("GHA", "UNIFIL", "Troops", 100, 700, "2020-03-31")
                .row("ITA", "UNIFIL", "Troops", 50, 750, "2020-03-31")
                .row("IND", "UNMISS", "Troops", 0, 2000, "2020-03-31")
                .row("FRA", "UNMISS", "Individual Police", 0, 1, "2020-03-31")
                .row("TGO", "UNMISS", "Individual Police", 0, 0, "2020-03-31")
                .row("KAZ", "", "Troops", 3, 120, "2020-04-30")
                .row("IND", "", "Troops", 0, 10, "2020-04-30")
                .row("KAZ", "UNIFIL", "Troops", 4, 120, "2020-06-30"));
    }
}
