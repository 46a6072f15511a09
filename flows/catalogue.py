"""Every service the desk offers, in the order of the menu."""

from __future__ import annotations

from collections.abc import Mapping

from flows.appeal.flow import FLOW as APPEAL
from flows.appointments.flow import FLOW as APPOINTMENTS
from flows.assistance.flow import FLOW as ASSISTANCE
from flows.assistance.letters_flow import FLOW as LETTERS
from flows.assistance.sign_flow import FLOW as SIGN
from flows.benefits.certify_flow import FLOW as RECERTIFY
from flows.benefits.flow import FLOW as BENEFITS
from flows.benefits.stop_flow import FLOW as STOP_NEWS
from flows.ceremony.flow import FLOW as CEREMONY
from flows.counselling.flow import FLOW as COUNSELLING
from flows.divorce.certificate_flow import FLOW as DIVORCE_CERTIFICATE
from flows.divorce.companion_flow import FLOW as DIVORCE_DATES
from flows.divorce.flow import FLOW as DIVORCE
from flows.divorce.withdrawal_flow import FLOW as DIVORCE_WITHDRAWAL
from flows.language import Flow
from flows.marriage.flow import FLOW as MARRIAGE
from flows.marriage.partner_flow import FLOW as PARTNER
from flows.message.flow import FLOW as MESSAGE
from flows.monitoring.flow import FLOW as REPORT_CHANGE
from flows.offer.flow import FLOW as OFFER
from flows.reissue.flow import FLOW as REISSUE
from flows.volunteers.activities_flow import FLOW as ACTIVITIES
from flows.volunteers.check_in_flow import FLOW as CHECK_IN
from flows.volunteers.countersign_flow import FLOW as COUNTERSIGN
from flows.volunteers.details_flow import FLOW as VOLUNTEER_DETAILS
from flows.volunteers.dispute_flow import FLOW as DISPUTE
from flows.volunteers.guardian_flow import FLOW as GUARDIAN
from flows.volunteers.help_out_flow import FLOW as HELP_OUT
from flows.volunteers.hours_flow import FLOW as HOURS
from flows.volunteers.my_hours_flow import FLOW as MY_HOURS
from flows.volunteers.my_posts_flow import FLOW as MY_POSTS
from flows.volunteers.organiser_flow import FLOW as ORGANISER
from flows.volunteers.publish_flow import FLOW as PUBLISH
from flows.volunteers.service_certificate_flow import FLOW as SERVICE_CERTIFICATE
from flows.volunteers.signup_flow import FLOW as VOLUNTEER
from flows.volunteers.time_bank_flow import FLOW as TIME_BANK

FLOWS: Mapping[str, Flow] = {
    flow.name: flow
    for flow in (
        *(ASSISTANCE, BENEFITS),
        *(MARRIAGE, DIVORCE, DIVORCE_DATES, DIVORCE_CERTIFICATE, DIVORCE_WITHDRAWAL, REISSUE),
        *(CEREMONY, COUNSELLING, SIGN, LETTERS, RECERTIFY, REPORT_CHANGE, STOP_NEWS),
        *(VOLUNTEER, ACTIVITIES, CHECK_IN, HOURS, MY_HOURS, SERVICE_CERTIFICATE, HELP_OUT, TIME_BANK),
        *(VOLUNTEER_DETAILS, GUARDIAN),
        *(COUNTERSIGN, PUBLISH, MY_POSTS, DISPUTE, ORGANISER),
        *(APPOINTMENTS, PARTNER, OFFER, APPEAL, MESSAGE),
    )
}
