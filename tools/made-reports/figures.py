"""Random figures for a format, such that every relation between them holds."""
import random

from forms import Key

DENIED = 'state_secret prohibited_by_law endangers_security third_party_rights internal_affairs process_information ' \
         'enforcement_file administrative_inquiry'.split()
PLACES = ['清河市', '云溪县', '临江区', '青林省', '南浦市东亭区', '白石镇', '清河市教育局', '云溪县人民政府办公室',
          '青林省水利厅', '石桥街道办事处']
# What only one generation of the Fujian form prints.
FUJIAN_2009 = {'fujian.request.email', 'fujian.request.other', 'fujian.fee.reduction', 'fujian.complaint_or_litigation',
               'fujian.appeal'}
FUJIAN_2016 = {'fujian.request.letter_or_fax', 'fujian.reply.other'}


class Figures:
    """values: figures by meaning; skipped: rows this copy of the form does not have."""

    def __init__(self, rng, format_id, forms):
        self.rng, self.format, self.values, self.skipped = rng, format_id, {}, set()
        self.scale = rng.choice(['few', 'few', 'some', 'some', 'many'])
        keys = [k for form in forms for block in form.blocks for row in block.rows for k in row.keys if k]
        for key in keys:
            self.values[key] = self.count()
        if format_id.startswith('standard'):
            self.disputes(keys)
            self.requests(keys)
            self.documents(keys)
        elif format_id == 'legacy-2018':
            self.statistics()
        else:
            self.fujian(keys)

    def count(self):
        roll = self.rng.random()
        if self.scale == 'few':
            return 0 if roll < 0.6 else self.rng.randint(1, 30)
        if self.scale == 'some':
            return 0 if roll < 0.3 else self.rng.randint(1, 400)
        return self.rng.randint(0, 60) if roll < 0.5 else self.rng.randint(100, 20000)

    def get(self, concept, **dims):
        return self.values[Key(concept, tuple(sorted(dims.items())))]

    def put(self, value, concept, **dims):
        self.values[Key(concept, tuple(sorted(dims.items())))] = value

    def disputes(self, keys):
        for route in sorted({dict(k.dims)['route'] for k in keys if k.concept.startswith('dispute.')}):
            parts = [self.get(f'dispute.{r}', route=route) for r in ('upheld', 'corrected', 'other', 'pending')]
            self.put(sum(parts), 'dispute.total', route=route)

    def requests(self, keys):
        applicants = sorted({dict(k.dims)['applicant'] for k in keys if k.concept == 'request.received'} - {'total'})
        rows = list(dict.fromkeys(k.concept for k in keys if k.concept.startswith('outcome.')))
        for who in applicants:
            quiet = self.rng.random() < 0.4
            for row in rows:
                if quiet:
                    self.put(0, row, applicant=who)
            done = sum(self.get(row, applicant=who) for row in rows if row != 'outcome.total')
            over = 0 if quiet else self.rng.randint(0, 9)
            carried = self.rng.randint(0, min(9, done + over))
            self.put(done, 'outcome.total', applicant=who)
            self.put(over, 'request.carried_over', applicant=who)
            self.put(carried, 'request.carried_in', applicant=who)
            self.put(done + over - carried, 'request.received', applicant=who)
        for row in rows + ['request.received', 'request.carried_in', 'request.carried_over']:
            self.put(sum(self.get(row, applicant=who) for who in applicants), row, applicant='total')

    def documents(self, keys):
        concepts = {k.concept for k in keys}
        for what in ('regulation', 'normative'):
            if f'{what}.in_force' in concepts:
                self.put(self.get(f'{what}.made') + self.count(), f'{what}.in_force')
            else:
                self.put(self.get(f'{what}.published') + self.count(), f'{what}.public_total')
        for what in ('licence', 'external_service', 'penalty', 'coercion', 'fee'):
            if f'{what}.items_change' in concepts:
                self.put(self.rng.randint(-self.get(f'{what}.items_last_year'), 30), f'{what}.items_change')
        for amount in ('fee.amount', 'procurement.amount'):
            if amount in concepts:
                self.put(self.money(), amount)

    def money(self):
        return self.rng.choice([0, self.count(), f'{self.count()}.{self.rng.randint(1, 9999):04d}'.rstrip('0')])

    def statistics(self):
        self.put(sum(self.get('request.by_channel', channel=c) for c in ('in_person', 'fax', 'online', 'letter')),
                 'request.received', applicant='total')
        self.put(self.get('request.closed_on_time') + self.get('request.closed_extended'), 'request.closed')
        denied = 'state_secret trade_secret privacy security_stability not_government_information other_law'.split()
        self.put(sum(self.get(f'reply.denied.{d}') for d in denied), 'reply.denied')
        self.put(sum(self.get(f'reply.{r}') for r in ('already_public', 'granted', 'partial', 'denied', 'not_this_agency',
                                                      'nonexistent', 'needs_correction', 'other_channel')), 'reply.total')
        for route in ('reconsideration', 'litigation'):
            self.put(sum(self.get(f'dispute.{r}', route=route) for r in ('upheld', 'corrected', 'other')),
                     'dispute.total', route=route)
        self.put(self.get('staffing.full_time') + self.get('staffing.part_time'), 'staffing.personnel')
        for what in ('press_conferences', 'online_interviews'):
            self.put(self.rng.randint(0, self.get(f'interpretation.{what}')), f'interpretation.{what}_by_head')
        channels = [self.get('disclosure.by_channel', channel=c) for c in ('gazette', 'website', 'weibo', 'wechat', 'other')]
        self.put(self.rng.randint(max(channels), sum(channels)), 'disclosure.total')
        self.put(self.rng.randint(0, self.get('disclosure.total')), 'disclosure.normative')
        self.put(self.money(), 'fee.request_cost')
        self.put(self.money(), 'staffing.budget')

    def fujian(self, keys):
        old = self.rng.random() < 0.5
        gone = FUJIAN_2016 if old else FUJIAN_2009
        self.skipped = {k for k in keys if k.concept in gone}
        if not old:
            self.skipped |= {k for k in keys if dict(k.dims).get('channel') in ('fax', 'letter')}
        for key in [k for k in keys if dict(k.dims).get('span') == 'cumulative']:
            own = Key(key.concept, tuple(d for d in key.dims if d[0] != 'span'))
            self.values[key] = self.values[own] + self.count()
        elsewhere = self.count()
        for span, unlisted in (({}, elsewhere), ({'span': 'cumulative'}, elsewhere + self.count())):
            self.fujian_sums(keys, span, unlisted)

    def fujian_sums(self, keys, span, unlisted):
        def listed(*concepts):
            return sum(self.values[k] for k in keys if k.concept in concepts and k not in self.skipped
                       and (dict(k.dims).get('span') == 'cumulative') == bool(span))
        self.put(listed('request.by_channel', 'fujian.request.email', 'fujian.request.letter_or_fax',
                        'fujian.request.other'), 'request.received', applicant='total', **span)
        self.put(listed('reply.granted', 'reply.partial', 'reply.denied', 'fujian.reply.other'), 'reply.total', **span)
        self.put(listed('disclosure.by_channel') + unlisted, 'disclosure.total', **span)
        if Key('fujian.fee.reduction') in self.values:
            self.put(0, 'fujian.fee.reduction', **span)
