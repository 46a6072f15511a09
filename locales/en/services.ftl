# The official names of the services; .words are other words that alone choose one, parted by |

service-assistance = Social assistance
    .words = assistance|apply for assistance|dibao|apply for dibao|subsistence allowance|temporary assistance|i need help with money|welfare
service-sign = Sign a letter
    .words = sign a letter of authorisation|signing code|I have a signing code
service-letters = My letters
    .words = letter of authorisation|my letter|withdraw my authorisation|who looked at my data
service-marriage = Marriage registration
    .words = marriage|get married|getting married|marry|register a marriage|register our marriage|marriage certificate appointment|book a marriage registration|we want to marry|we want to get married|i want to get married
service-partner = Confirm an appointment
    .words = confirm appointment|confirm an appointment|confirmation code|i have a code
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
service-ceremony = Certificate ceremony
    .words = ceremony|wedding ceremony|marriage certificate ceremony|book a ceremony|book the ceremony|book a certificate ceremony|certificate awarding ceremony
service-counselling = Marriage and family counselling
    .words = counselling|counseling|marriage counselling|marriage counseling|family counselling|family counseling|marriage and family counseling|couples counselling|couples counseling|premarital counselling|premarital counseling|divorce counselling|divorce counseling|book counselling|book counseling|mediation
service-volunteer = Volunteer sign-up
    .words = become a volunteer|sign up as a volunteer|i want to volunteer|volunteer registration|volunteer
service-service_hours = Log hours
    .words = log my hours|record hours|log volunteer hours|enter hours
service-help_out = Answer a call
    .words = answer a call for help|calls for help|my calls|help out|I can help
service-time_bank = Time bank
    .words = my time bank|give time|time account
service-guardian = Guardian's consent
    .words = guardian|parental consent|i am the guardian
service-volunteer_details = My volunteer details
    .words = volunteer details|leave the volunteers|stop volunteering|no more calls
service-my_hours = My volunteer hours
    .words = my hours|volunteer hours|see my hours|my service hours|my volunteering
service-service_certificate = Volunteer certificate
    .words = volunteer certificate|certificate of volunteer service|volunteering certificate|certificate of my hours|volunteer service certificate
service-appointments = My appointments
    .words = my appointment|my booking|my bookings|appointments|see my appointment|see my appointments|change appointment|change my appointment|move my appointment|reschedule|cancel appointment|cancel my appointment
service-offer = Waiting list
    .words = my waiting list|the waiting list|see my waiting list|leave the waiting list|take the seat|take my seat
service-appeal = Appeal about appointments
    .words = appeal|i want to appeal|make an appeal
service-organiser = Register as a volunteer organiser
    .words = organiser|organizer|organiser code|i am the organiser
service-countersign = Confirm volunteer hours
    .words = confirm hours|countersign|countersign hours|sign off hours
service-dispute = Dispute volunteer hours
    .words = dispute hours|hours are wrong|my hours are wrong
service-message = Leave a message for the staff
    .words = leave a message|message|send a message|complaint|complain|make a complaint|suggestion|make a suggestion|feedback
service-activities = Volunteer activities
    .words = activities|find activities|join an activity|volunteer activity|volunteering activities|leave an activity
service-check_in = Check in and out
    .words = check in|check out|checkin|checkout|check-in|check-out
service-publish = Publish an activity
    .words = publish activity|post an activity|recruit volunteers
service-my_posts = My activities
    .words = manage activities|change my activity|cancel my activity|who has joined
# What a service is called where others may read it and it is not to be said what for: flows/discretion.py
service-discreet = Civil Affairs Bureau appointment
# For a handover while no service is open
service-desk = Enquiry

## Parts of the menu that hold several services

heading-letters = Letters of authorisation
heading-volunteers = Volunteering
heading-marriage = Marriage, reissue, ceremony and counselling
heading-divorce = Divorce and cooling-off period
heading-appointments = Appointments I already have
heading-organisers = For volunteer organisations
