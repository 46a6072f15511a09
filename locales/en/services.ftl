# The official names of the services; .words are other words that alone choose one, parted by |

service-marriage = Marriage registration
    .words = marriage|get married|getting married|marry|register a marriage|register our marriage|marriage certificate appointment|book a marriage registration|we want to marry|we want to get married|i want to get married
service-divorce = Divorce application
    .words = divorce|divorce registration|apply for divorce|apply for a divorce|get divorced|get a divorce|book a divorce appointment|i want a divorce|we want a divorce
service-divorce_dates = Cooling-off reminders
    .words = my dates|my days|see my dates|remind me of the cooling-off period|cooling-off reminder|cooling-off dates
service-divorce_certificate = Divorce certificate
    .words = get the divorce certificate|get a divorce certificate|get our divorce certificate|collect the divorce certificate|cooling-off period|divorce cooling-off period
service-divorce_withdrawal = Withdraw a divorce application
    .words = withdraw divorce|withdraw the divorce application|withdraw my divorce application|withdraw application|cancel the divorce application|cancel divorce application|revoke divorce application
service-reissue = Reissue of a marriage or divorce certificate
    .words = reissue|replace a certificate|replace my certificate|replace marriage certificate|replace divorce certificate|reissue marriage certificate|reissue divorce certificate|reissue a marriage certificate|reissue a divorce certificate|new copy of a certificate
service-appointments = My appointments
    .words = my appointment|my booking|my bookings|appointments|see my appointment|see my appointments|change appointment|change my appointment|move my appointment|reschedule|cancel appointment|cancel my appointment
service-message = Leave a message for the staff
    .words = leave a message|message|send a message|complaint|complain|make a complaint|suggestion|make a suggestion|feedback
# For a handover while no service is open
service-desk = Enquiry
